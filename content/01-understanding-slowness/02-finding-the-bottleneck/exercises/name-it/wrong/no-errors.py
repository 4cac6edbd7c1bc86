# fails: blue: Gave [['memory', 'saturation']]
"""What holds a machine up, from a second's figures of its monitors."""


def evidence(errors, waits, busy):
    """The first of the three that is true; None where none is."""
    if waits:
        return "saturation"
    if busy:
        return "utilisation"
    return None


def diagnose(reading):
    cpu, memory, disk, network = (reading[name] for name in ("cpu", "memory", "disk", "network"))
    found = [
        ["cpu", evidence(False, cpu["running"] > len(cpu["cores"]), max(cpu["cores"]) >= 90)],
        ["memory", evidence(memory["killed"] > 0, memory["swapped"] > 0, False)],
        ["disk", evidence(disk["errors"] > 0, disk["queue"] > 1, disk["busy"] >= 90)],
        ["network", evidence(network["errors"] > 0, network["resent"] > 0, network["used"] >= 90)],
    ]
    return [pair for pair in found if pair[1] is not None]


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
