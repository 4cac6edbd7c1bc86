import os
import subprocess

os.makedirs("hold", exist_ok=True)
copies = [subprocess.Popen(["cp", f"quay/{name}", f"hold/{name}"]) for name in sorted(os.listdir("quay"))]
for copy in copies:
    copy.wait()
print("stowed")
