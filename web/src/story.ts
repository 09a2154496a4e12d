// A story's chronology, lanes and figures.
import "./css/story.css";
