# fails: work: for every request the kept pages are gone through
"""A proxy's cache: which pages have to be fetched?"""


def fetched(requests, places):
    kept = {}
    time = 0
    pages = []
    for page in requests:
        time += 1
        if page not in kept:
            pages.append(page)
        kept[page] = time
        if len(kept) > places:
            del kept[min(kept, key=kept.get)]
    return pages


def main():
    morning = [f"page-{number}" for number in range(101)] * 5
    for places in (100, 101):
        pages = fetched(morning, places)
        print(f"{places} places: {len(pages)} of {len(morning)} pages fetched (counted)")


if __name__ == "__main__":
    main()
