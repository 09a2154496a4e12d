// A report: words and cards find each other; reviewing by keys and buttons.
export {};
