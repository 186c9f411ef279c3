/** How long a piece of work may hold the page up, in milliseconds. */
const PIECE = 12;
/** For how long nobody may have typed before work goes on that can wait. */
const QUIET = 300;

let lastKey = -Infinity;
document.addEventListener("keydown", () => void (lastKey = performance.now()), { capture: true });

const isSomeoneTyping = (): boolean => performance.now() - lastKey < QUIET;

const pause = (milliseconds = 0): Promise<void> => new Promise((done) => window.setTimeout(done, milliseconds));

/** Waits until nobody has done a thing for a while: whoever comes to look something up begins at once. */
export async function quiet(): Promise<void> {
  await pause(QUIET);
  while (isSomeoneTyping()) await pause(QUIET / 4);
}

/**
 * Does work that can be left off at every `yield`, and lets what a person does come in between. Gives whether it was done;
 * it is given up when it is not wanted any more.
 */
export async function inPieces(work: Iterator<void>, isWanted: () => boolean): Promise<boolean> {
  let end = -Infinity;
  do {
    if (performance.now() < end && !isSomeoneTyping()) continue;
    await pause();
    while (isSomeoneTyping()) await pause(QUIET / 4);
    if (!isWanted()) return false;
    end = performance.now() + PIECE;
  } while (!work.next().done);
  return true;
}
