"""psutil's meters tell of a machine that is there, and count what is copied."""
import subprocess
import time
from pathlib import Path

import psutil

memory = psutil.virtual_memory()
assert memory.total > 0 and 0 < memory.available <= memory.total and 0 <= memory.percent <= 100
disk = psutil.disk_usage("/")
assert disk.total > 0 and 0 <= disk.used <= disk.total and 0 <= disk.percent <= 100
assert disk.used + disk.free <= disk.total
assert psutil.cpu_count() >= 1
print("memory, disk and processors are there")

psutil.cpu_percent()
until = time.perf_counter() + 0.3
while time.perf_counter() < until:
    sum(range(1_000))
busy = psutil.cpu_percent()
time.sleep(0.3)
idle = psutil.cpu_percent()
assert 0 <= idle < busy <= 100 * psutil.cpu_count(), (idle, busy)
assert 0 <= psutil.cpu_percent(interval=0.05) <= 100
print("computing shows, and so does resting")

Path("cargo.bin").write_bytes(bytes(100_000))
before = psutil.disk_io_counters()
subprocess.run(["cp", "cargo.bin", "copy.bin"], check=True)
after = psutil.disk_io_counters()
assert after.write_bytes - before.write_bytes >= 100_000
assert after.read_bytes - before.read_bytes >= 100_000
network = psutil.net_io_counters()
assert min(network.bytes_sent, network.bytes_recv, network.packets_sent, network.packets_recv) >= 0
print("what was copied was counted")
print("ok")
