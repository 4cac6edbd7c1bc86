// fails: one-more: 'e' ]
// A proxy's cache: which pages have to be fetched?

function fetched(requests, places) {
  const kept = new Map();
  const pages = [];
  for (const page of requests) {
    if (kept.has(page)) kept.delete(page);
    else pages.push(page);
    kept.set(page, true);
    if (kept.size > places + 1) kept.delete(kept.keys().next().value);
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
