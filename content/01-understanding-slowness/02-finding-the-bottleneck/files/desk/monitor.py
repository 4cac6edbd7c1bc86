"""Runs a program and prints what the machine's meters show of it."""

import runpy
from time import perf_counter, process_time

import network
import psutil


errors = []  # what programs report here has failed


def watch(path):
    errors.clear()
    disk = psutil.disk_io_counters()
    start, computed = perf_counter(), process_time()
    runpy.run_path(path)
    took, computed = perf_counter() - start, process_time() - computed
    after, memory = psutil.disk_io_counters(), psutil.virtual_memory()
    copying = (after.read_time - disk.read_time) / 1000
    moved = after.read_bytes + after.write_bytes - disk.read_bytes - disk.write_bytes

    def share(seconds):
        return f"{min(1, seconds / took):>4.0%}"

    print(f"{path} took {took:.2f} s (measured)")
    print(f"  processor {share(computed)} of the time not waiting, on 1 of {psutil.cpu_count()} (measured)")
    print(f"  memory    {memory.percent / 100:>4.0%} of {memory.total / 1e6:.0f} MB in use (measured)")
    print(f"  disk      {share(copying)} of the time busy (simulated), {moved / 1e6:.1f} MB (counted)")
    print(f"  network   {share(network.waited)} of the time waited for (simulated), {network.requests} requests")
    print(f"  errors    {', '.join(errors) or 'none'}")
