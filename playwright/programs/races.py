"""A lock keeps a count right that a race would spoil."""
import threading

THREADS, STEPS = 4, 3_000


class Account:
    def __init__(self):
        self.balance = 0
        self.lock = threading.Lock()


def plus_one(number):
    return number + 1


def pay_in(account):
    for _ in range(STEPS):
        balance = account.balance
        account.balance = plus_one(balance)


def pay_in_locked(account):
    for _ in range(STEPS):
        with account.lock:
            balance = account.balance
            account.balance = plus_one(balance)


def balance_after(work, *more):
    account = Account()
    threads = [threading.Thread(target=work, args=(account, *more)) for _ in range(THREADS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return account.balance


assert 0 < balance_after(pay_in) <= THREADS * STEPS
assert balance_after(pay_in_locked) == THREADS * STEPS
print("with a lock:", balance_after(pay_in_locked))


# The race in slow motion: all read before one writes, so all but one payment are lost, every time.
def read_then_write(account, all_have_read):
    balance = account.balance
    all_have_read.wait(timeout=8)
    account.balance = plus_one(balance)


lost = THREADS - balance_after(read_then_write, threading.Barrier(THREADS))
print("lost in slow motion:", lost)
print("ok")
