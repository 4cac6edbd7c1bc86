"""The nightly copy: many small files, each of which the disk has to find."""

import subprocess
from pathlib import Path

Path("photos").mkdir(exist_ok=True)
for number in range(40):
    Path(f"photos/{number}.jpg").write_bytes(b"." * 20_000)

Path("backup").mkdir(exist_ok=True)
subprocess.run(["cp", "-r", "photos", "backup"], check=True)
