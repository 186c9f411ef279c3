import "./style/page.css";

const data = document.querySelector("script#quanhe-graph");
const heading = document.createElement("h1");
heading.textContent = data ? "file" : "served";
document.body.append(heading);
