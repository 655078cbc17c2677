package org.coalitions.interop;

import java.awt.Color;
import java.io.File;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gephi.graph.api.AttributeUtils;
import org.gephi.graph.api.Column;
import org.gephi.graph.api.Edge;
import org.gephi.graph.api.Element;
import org.gephi.graph.api.GraphController;
import org.gephi.graph.api.GraphModel;
import org.gephi.graph.api.Interval;
import org.gephi.graph.api.Node;
import org.gephi.graph.api.Table;
import org.gephi.graph.api.TimeFormat;
import org.gephi.graph.api.types.IntervalDoubleMap;
import org.gephi.graph.api.types.IntervalSet;
import org.gephi.io.importer.api.Container;
import org.gephi.io.importer.api.ImportController;
import org.gephi.io.importer.api.Issue;
import org.gephi.io.processor.plugin.DefaultProcessor;
import org.gephi.project.api.ProjectController;
import org.gephi.project.api.Workspace;
import org.openide.util.Lookup;

/**
 * Imports graph files with the Gephi Toolkit and prints what Gephi made of them.
 *
 * <p>Usage: {@code ImportReport FILE...}; one JSON array on standard output, one object a file.
 */
public final class ImportReport {

    private ImportReport() {
    }

    public static void main(String[] paths) throws Exception {
        // Gephi's own modules print to standard output now and then.
        System.setOut(System.err);
        System.setProperty("java.awt.headless", "true");
        Lookup.getDefault().lookup(ProjectController.class).newProject();
        List<Object> reports = new ArrayList<>();
        for (String path : paths) {
            reports.add(report(path));
        }
        PrintStream out =
            new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.US_ASCII);
        out.println(Json.of(reports));
        System.exit(0);
    }

    private static Map<String, Object> report(String path) throws Exception {
        ProjectController projects = Lookup.getDefault().lookup(ProjectController.class);
        Workspace workspace = projects.newWorkspace(projects.getCurrentProject());
        projects.openWorkspace(workspace);
        ImportController importer = Lookup.getDefault().lookup(ImportController.class);
        Container container = importer.importFile(new File(path));
        container.getLoader().setAutoScale(false);
        importer.process(container, new DefaultProcessor(), workspace);
        GraphModel model = Lookup.getDefault().lookup(GraphController.class).getGraphModel(workspace);

        Map<String, Object> report = new LinkedHashMap<>();
        report.put("path", path);
        report.put("issues", issues(container));
        report.put("time", time(model));
        report.put("node_columns", columns(model.getNodeTable()));
        report.put("edge_columns", columns(model.getEdgeTable()));
        List<Object> nodes = new ArrayList<>();
        for (Node node : model.getGraph().getNodes().toArray()) {
            nodes.add(node(node));
        }
        report.put("nodes", nodes);
        List<Object> edges = new ArrayList<>();
        for (Edge edge : model.getGraph().getEdges().toArray()) {
            edges.add(edge(edge));
        }
        report.put("edges", edges);
        return report;
    }

    private static List<Object> issues(Container container) {
        List<Object> issues = new ArrayList<>();
        for (Issue issue : container.getReport().getIssuesList(Integer.MAX_VALUE)) {
            Map<String, Object> each = new LinkedHashMap<>();
            each.put("level", issue.getLevel().toString());
            each.put("message", issue.getMessage());
            issues.add(each);
        }
        return issues;
    }

    private static Map<String, Object> time(GraphModel model) {
        Interval bounds = model.getTimeBounds();
        Map<String, Object> time = new LinkedHashMap<>();
        time.put("dynamic", model.isDynamic());
        time.put("format", model.getTimeFormat().toString());
        time.put("low", AttributeUtils.printTimestampInFormat(bounds.getLow(), model.getTimeFormat()));
        time.put("high", AttributeUtils.printTimestampInFormat(bounds.getHigh(), model.getTimeFormat()));
        return time;
    }

    private static List<Object> columns(Table table) {
        List<Object> columns = new ArrayList<>();
        for (Column column : table.toArray()) {
            if (!column.isProperty()) {
                Map<String, Object> each = new LinkedHashMap<>();
                each.put("id", column.getId());
                each.put("title", column.getTitle());
                each.put("type", column.getTypeClass().getSimpleName());
                columns.add(each);
            }
        }
        return columns;
    }

    private static Map<String, Object> attributes(Element element) {
        Map<String, Object> attributes = new LinkedHashMap<>();
        for (Column column : element.getTable().toArray()) {
            Object value = element.getAttribute(column);
            if (!column.isProperty() && value != null) {
                attributes.put(column.getTitle(), value);
            }
        }
        return attributes;
    }

    private static Map<String, Object> node(Node node) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("id", node.getId());
        out.put("label", node.getLabel());
        out.put("x", node.x());
        out.put("y", node.y());
        out.put("size", node.size());
        out.put("colour", hex(node.getColor()));
        out.put("spells", spells(node));
        out.put("attributes", attributes(node));
        return out;
    }

    private static Map<String, Object> edge(Edge edge) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("id", edge.getId());
        out.put("source", edge.getSource().getId());
        out.put("target", edge.getTarget().getId());
        out.put("directed", edge.isDirected());
        out.put("kind", text(edge.getTypeLabel()));
        out.put("label", edge.getLabel());
        out.put("weight", edge.hasDynamicWeight() ? null : edge.getWeight());
        out.put("colour", edge.alpha() == 0 ? null : hex(edge.getColor()));
        out.put("weights", weights(edge));
        out.put("spells", spells(edge));
        out.put("attributes", attributes(edge));
        return out;
    }

    /** Returns first and last day of each spell; what is always there has none. */
    private static List<Object> spells(Element element) {
        List<Object> spells = new ArrayList<>();
        if (element.getAttribute("timeset") instanceof IntervalSet set) {
            for (Interval each : set.toArray()) {
                spells.add(List.of(day(each.getLow()), day(each.getHigh())));
            }
        }
        return spells;
    }

    /** Returns first day, last day and value of a weight over time; none where it never changes. */
    private static List<Object> weights(Edge edge) {
        List<Object> weights = new ArrayList<>();
        if (edge.getAttribute("weight") instanceof IntervalDoubleMap map) {
            for (Interval each : map.toKeysArray()) {
                weights.add(List.of(day(each.getLow()), day(each.getHigh()), map.get(each, 0.0)));
            }
        }
        return weights;
    }

    private static String day(double time) {
        return AttributeUtils.printTimestampInFormat(time, TimeFormat.DATE);
    }

    private static String hex(Color colour) {
        return String.format("#%06X", colour.getRGB() & 0xFFFFFF);
    }

    private static String text(Object value) {
        return value == null ? null : value.toString();
    }
}
