/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Writes {@code Tag.java} and {@code UID.java} from the tables in src/main/dictionary, and puts the tables where the
 * dictionary finds them at run time. Arguments: table folder, folder of generated sources, folder of generated resources.
 */
final class GenerateDictionary {

    private static final String HEADER =
            "/*\n * Copyright 2026 the Isocenter authors\n * SPDX-License-Identifier: Apache-2.0\n */\n";

    public static void main(String[] arguments) throws IOException {
        Path tables = Path.of(arguments[0]);
        Path sources = Path.of(arguments[1], "org", "isocenter", "dicom", "data");
        Path resources = Path.of(arguments[2], "org", "isocenter", "dicom", "dict");
        Files.createDirectories(sources);
        Files.createDirectories(resources);
        write(sources.resolve("Tag.java"), tags(Files.readAllLines(tables.resolve("elements.csv"))));
        write(sources.resolve("UID.java"), uids(Files.readAllLines(tables.resolve("uids.csv"))));
        for (String table : List.of("elements.csv", "uids.csv")) {
            write(resources.resolve(table), Files.readString(tables.resolve(table)));
        }
    }

    private static String tags(List<String> rows) {
        StringBuilder out = new StringBuilder(HEADER);
        out.append("package org.isocenter.dicom.data;\n\n");
        out.append("/** The tags of PS3.6 and PS3.7 by keyword; those of repeating groups with the lowest group. */\n");
        out.append("public final class Tag {\n");
        Set<String> seen = new HashSet<>();
        for (String row : rows.subList(1, rows.size())) {
            String[] cells = row.split(",", -1);
            if (seen.add(cells[1])) {
                out.append("    public static final int ").append(cells[1]).append(" = 0x");
                out.append(cells[0].replace('x', '0').toUpperCase()).append(";\n");
            }
        }
        return out.append("\n    private Tag() {}\n}\n").toString();
    }

    private static String uids(List<String> rows) {
        StringBuilder out = new StringBuilder(HEADER);
        out.append("package org.isocenter.dicom.data;\n\n");
        out.append("/** The UIDs of PS3.6 annex A by keyword. */\n");
        out.append("public final class UID {\n");
        Set<String> seen = new HashSet<>();
        for (String row : rows.subList(1, rows.size())) {
            String[] cells = row.split(",", 6);
            if (!cells[1].isEmpty() && seen.add(cells[1])) {
                out.append("    public static final String ").append(cells[1]);
                out.append(" = \"").append(cells[0]).append("\";\n");
            }
        }
        return out.append("\n    private UID() {}\n}\n").toString();
    }

    /** Leaves a file alone that already holds the text, so that an incremental build stays one. */
    private static void write(Path file, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (!Files.exists(file) || !new String(Files.readAllBytes(file), StandardCharsets.UTF_8).equals(text)) {
            Files.write(file, bytes);
        }
    }

    private GenerateDictionary() {}
}
