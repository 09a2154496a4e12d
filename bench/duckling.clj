; Hands each sentence of a file to Duckling (Clojure), English, times only; prints how many it found. See rivals.py.
(require '[duckling.core :as p] '[clojure.string :as s])
(p/load! {:languages ["en"]})
(let [text (slurp (first *command-line-args*))
      lines (remove s/blank? (s/split text #"(?<=[.!?])\s+|\n+"))]
  (println (reduce + (map #(count (p/parse :en$core % [:time])) lines))))
(System/exit 0)
