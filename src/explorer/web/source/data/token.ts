const STORED = "quanhe-token";

/** The token of the address, which is then taken out of it, or the one that this tab knows. */
export function takeToken(): string | null {
  const hash = new URLSearchParams(location.hash.slice(1));
  const given = hash.get("token");
  if (given === null) return sessionStorage.getItem(STORED);
  hash.delete("token");
  const rest = hash.toString();
  history.replaceState(null, "", rest ? `#${rest}` : location.pathname + location.search);
  keepToken(given);
  return given;
}

export const keepToken = (token: string): void => sessionStorage.setItem(STORED, token);

export const forgetToken = (): void => sessionStorage.removeItem(STORED);
