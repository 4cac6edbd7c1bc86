# fails: work: for every request the kept pages are gone through
"""A proxy's cache: which pages have to be fetched?"""


def fetched(requests, places):
    kept = []
    pages = []
    for page in requests:
        if page in kept:
            kept.remove(page)
        else:
            pages.append(page)
        kept.append(page)
        if len(kept) > places:
            kept.pop(0)
    return pages


def main():
    morning = [f"page-{number}" for number in range(101)] * 5
    for places in (100, 101):
        pages = fetched(morning, places)
        print(f"{places} places: {len(pages)} of {len(morning)} pages fetched (counted)")


if __name__ == "__main__":
    main()
