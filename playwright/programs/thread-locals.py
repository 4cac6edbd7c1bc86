"""Every thread has thread-local values and context variables of its own."""
import contextvars
import threading

here = threading.local()
here.name = "main"
together = threading.Barrier(3)
seen = {}


def work(name):
    assert not hasattr(here, "name")
    here.name = name
    together.wait(timeout=8)
    seen[name] = here.name


threads = [threading.Thread(target=work, args=(name,)) for name in ("a", "b", "c")]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
assert seen == {"a": "a", "b": "b", "c": "c"}, seen
assert here.name == "main"
print("three threads, three names, and", here.name)


class Purse(threading.local):
    coins = 0

    def __init__(self, start):
        self.coins = start


purse = Purse(5)
purse.coins += 1
other = []
thread = threading.Thread(target=lambda: other.append(purse.coins))
thread.start()
thread.join()
print("purses:", purse.coins, other)

user = contextvars.ContextVar("user", default="nobody")


def change_user(name):
    before = user.get()
    user.set(name)
    return before, user.get()


user.set("Ida")
copied = contextvars.copy_context()
found = []
thread = threading.Thread(target=lambda: found.append(copied.run(change_user, "Grace")))
thread.start()
thread.join()
print("in the copy:", found, "here:", user.get(), "there:", copied[user])
token = user.set("Joan")
user.reset(token)
assert user.get() == "Ida"
print("ok")
