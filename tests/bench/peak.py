"""Runs a command and writes what it needed into a file: seconds of processors, and kilobytes of memory at the most.

usage: peak.py FILE COMMAND...

The memory that a system counts for a new process begins with that of the process that made it, so it is asked for here,
where nothing else is held.
"""

import resource
import subprocess
import sys

code = subprocess.call(sys.argv[2:])
needed = resource.getrusage(resource.RUSAGE_CHILDREN)
with open(sys.argv[1], "w", encoding="utf-8") as file:
    file.write(f"{needed.ru_utime + needed.ru_stime} {needed.ru_maxrss}\n")
sys.exit(code)
