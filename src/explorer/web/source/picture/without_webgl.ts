/** sigma reads names of these classes as soon as it is loaded, also in a browser that has none of them. */
const missing = ["WebGLRenderingContext", "WebGL2RenderingContext"].filter((name) => !(name in globalThis));
for (const name of missing) Object.defineProperty(globalThis, name, { value: class {} });

/** The first to ask waits until the browser has started what draws, which takes longer than all else that the page does. */
export const hasWebGL = (): boolean => missing.length === 0 && document.createElement("canvas").getContext("webgl2") !== null;
