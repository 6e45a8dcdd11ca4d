"""faiss's own time for the search that LeakBench measures: the nearest of each query, exactly.

python3 src/bench/python/leak_peer.py QUERIES GALLERY ROUNDS THREADS
"""
import sys
import time

import faiss
import numpy as np


def unit(rows, seed):
    drawn = np.random.default_rng(seed).standard_normal((rows, 512), dtype=np.float32)
    return drawn / np.linalg.norm(drawn, axis=1, keepdims=True)


def main():
    queries, gallery, rounds, threads = (int(a) for a in sys.argv[1:5])
    faiss.omp_set_num_threads(threads)
    index = faiss.IndexFlatIP(512)
    index.add(unit(gallery, 1))
    asked = unit(queries, 2)
    index.search(asked[:500], 1)
    best = float("inf")
    for _ in range(rounds):
        start = time.perf_counter()
        index.search(asked, 1)
        best = min(best, time.perf_counter() - start)
    pairs = queries * gallery / best
    print("faiss %s IndexFlatIP: %.2f s, %.3g pairs/s, %.0f GFLOP/s"
          % (faiss.__version__, best, pairs, pairs * 1024 / 1e9))


if __name__ == "__main__":
    main()
