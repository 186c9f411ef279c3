/** What a person chose for every page of this kind. A browser may refuse to remember. */

export function remembered(name: "language" | "theme"): string | null {
  try {
    return localStorage.getItem(`quanhe-${name}`);
  } catch {
    return null;
  }
}

export function remember(name: "language" | "theme", value: string): void {
  try {
    localStorage.setItem(`quanhe-${name}`, value);
  } catch {
    // The choice then holds until the page is closed.
  }
}
