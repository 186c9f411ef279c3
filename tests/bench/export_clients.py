"""Times igraph's and NetworkX's writers of GraphML beside ours: the same graph, the same columns.

usage: export_clients.py FOLDER    with the file `graphml` that export_bench left there; run it with the Python of
                                   build/clients
"""

import pathlib
import sys
import time

import igraph
import networkx

folder = pathlib.Path(sys.argv[1])


def measure(name, read, write):
    graph = read(folder / "graphml")
    start = time.process_time()
    write(graph, folder / name)
    seconds = time.process_time() - start
    size = (folder / name).stat().st_size
    print(f"{name}\t{size}\t{seconds:.3f}", flush=True)
    (folder / name).unlink()


measure("igraph", lambda path: igraph.Graph.Read_GraphML(str(path)), lambda graph, path: graph.write_graphml(str(path)))
measure("networkx", networkx.read_graphml, networkx.write_graphml_xml)
