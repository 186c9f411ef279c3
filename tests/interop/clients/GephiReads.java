// java -cp gephi-toolkit-all.jar GephiReads.java FILE...
//
// Imports each file as Gephi does and prints what came of it as a JSON list of objects: the import report, the table columns, the
// nodes with their attributes, and the edges with kind, weight, attributes and intervals.

import java.io.File;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gephi.graph.api.Column;
import org.gephi.graph.api.Edge;
import org.gephi.graph.api.Element;
import org.gephi.graph.api.GraphController;
import org.gephi.graph.api.GraphModel;
import org.gephi.graph.api.Interval;
import org.gephi.graph.api.Node;
import org.gephi.graph.api.Table;
import org.gephi.io.importer.api.Container;
import org.gephi.io.importer.api.ImportController;
import org.gephi.io.importer.api.Issue;
import org.gephi.io.processor.plugin.DefaultProcessor;
import org.gephi.project.api.ProjectController;
import org.gephi.project.api.Workspace;
import org.openide.util.Lookup;

public class GephiReads {
    public static void main(String[] arguments) throws Exception {
        PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        System.setOut(System.err);
        List<Object> results = new ArrayList<>();
        for (String file : arguments) results.add(read(new File(file)));
        write(out, results);
        out.println();
        out.flush();
        System.exit(0);
    }

    static Map<String, Object> read(File file) throws Exception {
        ProjectController projects = Lookup.getDefault().lookup(ProjectController.class);
        projects.newProject();
        Workspace workspace = projects.getCurrentWorkspace();
        ImportController importer = Lookup.getDefault().lookup(ImportController.class);
        Container container = importer.importFile(file);
        // Only Gephi's window asks for this; without it edges of weight 0 would stay.
        boolean verified = container.verify();
        List<Object> issues = new ArrayList<>();
        for (Iterator<Issue> each = container.getReport().getIssues(100000); each.hasNext();) {
            Issue issue = each.next();
            issues.add(List.of(issue.getLevel().name(), issue.getMessage()));
        }
        importer.process(container, new DefaultProcessor(), workspace);
        GraphModel model = Lookup.getDefault().lookup(GraphController.class).getGraphModel(workspace);
        Map<String, Object> result = object("verified", verified, "issues", issues, "dynamic", model.isDynamic(), "time",
            model.getTimeFormat().name(), "nodes", nodes(model), "edges", edges(model));
        projects.closeCurrentProject();
        return result;
    }

    static List<Object> nodes(GraphModel model) {
        List<Object> nodes = new ArrayList<>();
        for (Node node : model.getGraph().getNodes().toArray()) {
            nodes.add(object("id", node.getId(), "label", node.getLabel(), "x", node.x(), "y", node.y(), "red",
                Math.round(node.r() * 255), "data", attributes(node, model.getNodeTable())));
        }
        return nodes;
    }

    static List<Object> edges(GraphModel model) {
        List<Object> edges = new ArrayList<>();
        for (Edge edge : model.getGraph().getEdges().toArray()) {
            List<Object> spells = new ArrayList<>();
            Interval[] intervals = edge.getIntervals();
            for (Interval interval : intervals == null ? new Interval[0] : intervals) {
                spells.add(List.of(interval.getLow(), interval.getHigh()));
            }
            edges.add(object("source", edge.getSource().getId(), "target", edge.getTarget().getId(), "kind",
                edge.getTypeLabel(), "label", edge.getLabel(), "weight", edge.getWeight(), "directed",
                edge.isDirected(), "data", attributes(edge, model.getEdgeTable()), "spells", spells));
        }
        return edges;
    }

    static Map<String, Object> attributes(Element element, Table table) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (Column column : table) {
            Object value = element.getAttribute(column);
            if (!column.isProperty() && value != null) values.put(column.getTitle(), value);
        }
        return values;
    }

    static Map<String, Object> object(Object... pairs) {
        Map<String, Object> object = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) object.put((String) pairs[i], pairs[i + 1]);
        return object;
    }

    static void write(PrintStream out, Object value) {
        if (value instanceof Map<?, ?> map) {
            String separator = "{";
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                out.print(separator);
                string(out, String.valueOf(entry.getKey()));
                out.print(":");
                write(out, entry.getValue());
                separator = ",";
            }
            out.print(map.isEmpty() ? "{}" : "}");
        } else if (value instanceof Object[] array) {
            write(out, List.of(array));
        } else if (value instanceof List<?> list) {
            String separator = "[";
            for (Object item : list) {
                out.print(separator);
                write(out, item);
                separator = ",";
            }
            out.print(list.isEmpty() ? "[]" : "]");
        } else if (value instanceof Double number && number.isInfinite()) {
            out.print("null");
        } else if (value == null || value instanceof Number || value instanceof Boolean) {
            out.print(value);
        } else {
            string(out, value.toString());
        }
    }

    static void string(PrintStream out, String text) {
        StringBuilder json = new StringBuilder("\"");
        for (char c : text.toCharArray()) {
            if (c < 0x20 || c == '"' || c == '\\' || c == 0x2028 || c == 0x2029) {
                json.append(String.format("\\u%04x", (int) c));
            } else {
                json.append(c);
            }
        }
        out.print(json.append('"'));
    }
}
