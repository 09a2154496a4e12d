// What every page has: the style, menus that close, times of day, fragments by htmx, keys.
import "./css/app.css";
import "./mark.svg";
import htmx from "htmx.org";

htmx.config.allowEval = false;
htmx.config.includeIndicatorStyles = false;
htmx.config.selfRequestsOnly = true;
htmx.config.allowScriptTags = false;
htmx.config.historyCacheSize = 0;
