import os
import subprocess

os.makedirs("hold", exist_ok=True)
for name in sorted(os.listdir("quay")):
    subprocess.run(["cp", f"quay/{name}", f"hold/{name}"], check=True)
print("stowed")
