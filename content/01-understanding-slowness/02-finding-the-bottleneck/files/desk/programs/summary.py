"""Adds up how often each host answers late."""

late = {}
for number in range(1_500_000):
    host = number * 37 % 101
    if number * number % 997 > 990:
        late[host] = late.get(host, 0) + 1
