/** What a person chose for every page of this kind. A browser may refuse to remember. */

type Name = "language" | "theme" | "keys";

export function remembered(name: Name): string | null {
  try {
    return localStorage.getItem(`quanhe-${name}`);
  } catch {
    return null;
  }
}

export function remember(name: Name, value: string): void {
  try {
    localStorage.setItem(`quanhe-${name}`, value);
  } catch {
    // The choice then holds until the page is closed.
  }
}
