package org.coalitions.interop;

import java.util.Iterator;
import java.util.Map;

/** Writes maps, iterables, strings, numbers, booleans and null as JSON in ASCII. */
final class Json {

    private Json() {
    }

    static String of(Object value) {
        StringBuilder out = new StringBuilder();
        write(out, value);
        return out.toString();
    }

    private static void write(StringBuilder out, Object value) {
        if (value instanceof Map<?, ?> map) {
            writeMap(out, map);
        } else if (value instanceof Iterable<?> items) {
            writeList(out, items);
        } else if (value == null || value instanceof Boolean || isFinite(value)) {
            out.append(value);
        } else {
            writeString(out, value.toString());
        }
    }

    private static boolean isFinite(Object value) {
        return value instanceof Number number && Double.isFinite(number.doubleValue());
    }

    private static void writeMap(StringBuilder out, Map<?, ?> map) {
        out.append('{');
        String separator = "";
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            out.append(separator);
            writeString(out, entry.getKey().toString());
            out.append(':');
            write(out, entry.getValue());
            separator = ",";
        }
        out.append('}');
    }

    private static void writeList(StringBuilder out, Iterable<?> items) {
        out.append('[');
        for (Iterator<?> each = items.iterator(); each.hasNext();) {
            write(out, each.next());
            if (each.hasNext()) {
                out.append(',');
            }
        }
        out.append(']');
    }

    private static void writeString(StringBuilder out, String text) {
        out.append('"');
        for (char unit : text.toCharArray()) {
            if (unit == '"' || unit == '\\') {
                out.append('\\').append(unit);
            } else if (unit < 0x20 || unit > 0x7e) {
                out.append(String.format("\\u%04x", (int) unit));
            } else {
                out.append(unit);
            }
        }
        out.append('"');
    }
}
