// fails: work: for every request the kept pages are gone through
// A proxy's cache: which pages have to be fetched?

function fetched(requests, places) {
  const kept = [];
  const pages = [];
  for (const page of requests) {
    if (kept.includes(page)) kept.splice(kept.indexOf(page), 1);
    else pages.push(page);
    kept.push(page);
    if (kept.length > places) kept.shift();
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
