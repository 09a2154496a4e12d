// Adding reports: drop a file, watch the progress.
export {};
