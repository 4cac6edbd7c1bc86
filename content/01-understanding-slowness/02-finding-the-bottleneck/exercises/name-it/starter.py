"""What holds a machine up, from a second's figures of its monitors."""


def diagnose(reading):
    cores = reading["cpu"]["cores"]
    shares = {
        "cpu": sum(cores) / len(cores),
        "memory": reading["memory"]["used"],
        "disk": reading["disk"]["busy"],
        "network": reading["network"]["used"],
    }
    highest = max(shares, key=shares.get)
    return [[highest, "utilisation"]]


def main():
    print(
        diagnose(
            {
                "cpu": {"cores": [9, 14, 6, 11], "running": 1},
                "memory": {"used": 97, "swapped": 0, "killed": 0},
                "disk": {"busy": 96, "queue": 9, "errors": 0},
                "network": {"used": 1, "resent": 0, "errors": 0},
            }
        )
    )


if __name__ == "__main__":
    main()
