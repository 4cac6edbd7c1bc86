// fails: numbers: Gave [ 9, 4, 1 ]
// A proxy's cache: which pages have to be fetched?

function fetched(requests, places) {
  const kept = Object.create(null);
  const pages = [];
  for (const page of requests) {
    if (page in kept) delete kept[page];
    else pages.push(page);
    kept[page] = true;
    if (Object.keys(kept).length > places) delete kept[Object.keys(kept)[0]];
  }
  return pages;
}

function main() {
  const office = Array.from({ length: 101 }, (_, number) => `page-${number}`);
  const morning = [...office, ...office, ...office, ...office, ...office];
  for (const places of [100, 101]) {
    const pages = fetched(morning, places);
    console.log(`${places} places: ${pages.length} of ${morning.length} pages fetched (counted)`);
  }
}

main();
