export interface Palette {
  paper: string;
  ink: string;
  label: string;
  edge: string;
  edgeFaint: string;
  nodeFaint: string;
  accent: string;
  path: string;
}

const LIGHT: Palette = {
  paper: "#fbfaf7",
  ink: "#1c2228",
  label: "#2a3138",
  edge: "#9fa2a3",
  edgeFaint: "#e6e5e0",
  nodeFaint: "#dddcd6",
  accent: "#0b5cad",
  path: "#b8470b",
};

const DARK: Palette = {
  paper: "#15181c",
  ink: "#ecebe6",
  label: "#dcdbd5",
  edge: "#68707a",
  edgeFaint: "#272c32",
  nodeFaint: "#343a42",
  accent: "#7cb7f5",
  path: "#ff9d5c",
};

export const isDarkNow = (): boolean => {
  const told = document.documentElement.dataset["theme"];
  return told === "dark" || (told !== "light" && matchMedia("(prefers-color-scheme: dark)").matches);
};

export const palette = (): Palette => (isDarkNow() ? DARK : LIGHT);
