package org.coalitions.interop;

import java.awt.Color;
import java.awt.Font;
import java.io.File;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gephi.io.exporter.api.ExportController;
import org.gephi.io.exporter.preview.SVGExporter;
import org.gephi.io.importer.api.Container;
import org.gephi.io.importer.api.ImportController;
import org.gephi.io.processor.plugin.DefaultProcessor;
import org.gephi.preview.api.PreviewController;
import org.gephi.preview.api.PreviewModel;
import org.gephi.preview.api.PreviewProperties;
import org.gephi.preview.api.PreviewProperty;
import org.gephi.preview.types.DependantColor;
import org.gephi.preview.types.DependantOriginalColor;
import org.gephi.preview.types.EdgeColor;
import org.gephi.project.api.ProjectController;
import org.gephi.project.api.Workspace;
import org.openide.util.Lookup;

/**
 * Renders a graph file with Gephi's own preview, places, colours and sizes as they are in the file.
 *
 * <p>Usage: {@code Picture FILE.gexf FILE.svg}. As SVG: Gephi's PNG exporter needs a screen.
 */
public final class Picture {

    private Picture() {
    }

    public static void main(String[] arguments) throws Exception {
        System.setProperty("java.awt.headless", "true");
        ProjectController projects = Lookup.getDefault().lookup(ProjectController.class);
        projects.newProject();
        Workspace workspace = projects.getCurrentWorkspace();
        ImportController importer = Lookup.getDefault().lookup(ImportController.class);
        Container container = importer.importFile(new File(arguments[0]));
        container.getLoader().setAutoScale(false);
        importer.process(container, new DefaultProcessor(), workspace);

        PreviewController preview = Lookup.getDefault().lookup(PreviewController.class);
        PreviewModel model = preview.getModel(workspace);
        look(model.getProperties());
        preview.refreshPreview(workspace);

        ExportController exports = Lookup.getDefault().lookup(ExportController.class);
        SVGExporter exporter = (SVGExporter) exports.getExporter("svg");
        exporter.setWorkspace(workspace);
        try (Writer out = Files.newBufferedWriter(Path.of(arguments[1]), StandardCharsets.UTF_8)) {
            exports.exportWriter(out, exporter);
        }
        System.exit(0);
    }

    /** Sets what a reader of the README sets in the Preview tab. */
    private static void look(PreviewProperties properties) {
        properties.putValue(PreviewProperty.BACKGROUND_COLOR, Color.WHITE);
        properties.putValue(PreviewProperty.EDGE_CURVED, false);
        properties.putValue(PreviewProperty.EDGE_RESCALE_WEIGHT, false);
        properties.putValue(PreviewProperty.EDGE_THICKNESS, 0.5f);
        properties.putValue(PreviewProperty.EDGE_OPACITY, 60f);
        properties.putValue(PreviewProperty.EDGE_COLOR, new EdgeColor(EdgeColor.Mode.ORIGINAL));
        properties.putValue(PreviewProperty.NODE_BORDER_WIDTH, 0.4f);
        properties.putValue(PreviewProperty.NODE_BORDER_COLOR, new DependantColor(Color.WHITE));
        properties.putValue(PreviewProperty.SHOW_NODE_LABELS, true);
        properties.putValue(PreviewProperty.NODE_LABEL_PROPORTIONAL_SIZE, false);
        properties.putValue(PreviewProperty.NODE_LABEL_FONT, new Font(Font.SANS_SERIF, Font.PLAIN, 5));
        properties.putValue(
            PreviewProperty.NODE_LABEL_COLOR, new DependantOriginalColor(Color.BLACK));
        properties.putValue(PreviewProperty.NODE_LABEL_OUTLINE_SIZE, 5f);
        properties.putValue(
            PreviewProperty.NODE_LABEL_OUTLINE_COLOR, new DependantColor(Color.WHITE));
        properties.putValue(PreviewProperty.NODE_LABEL_OUTLINE_OPACITY, 90f);
    }
}
