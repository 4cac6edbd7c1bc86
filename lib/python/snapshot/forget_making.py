"""Forgets what only the making of a snapshot left behind: no process must see it, and it costs bytes."""

import gc
import linecache
import re
import sys

# Pyodide puts it there again whenever it starts.
sys.path.remove("")
sys.path_importer_cache.pop("/machine", None)
linecache.clearcache()
re.purge()
sys._clear_internal_caches()
for _ in range(3):
    gc.collect()
