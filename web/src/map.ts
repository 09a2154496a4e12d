// The map of a story.
export {};
