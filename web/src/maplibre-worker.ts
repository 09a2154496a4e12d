// MapLibre's worker under our own address, so that `worker-src 'self'` is enough.
import "maplibre-gl/dist/maplibre-gl-worker.mjs";
