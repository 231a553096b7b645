/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.loadtest.view;

import java.io.Closeable;
import java.io.PrintStream;
import java.util.List;
import java.util.function.Supplier;

import org.isocenter.loadtest.metrics.Sample;
import org.isocenter.loadtest.run.LoadRun;

/** Shows a run: anew in the same place twice a second in a terminal, else a line every five seconds. */
public final class LiveView implements Closeable {

    private static final long TERMINAL_MILLIS = 500;
    private static final long PLAIN_MILLIS = 5000;

    private final PrintStream out;
    private final boolean terminal;
    private final Supplier<List<String>> lines;
    private final Thread thread = new Thread(this::show, "load-view");
    private int shown;

    private LiveView(PrintStream out, boolean terminal, Supplier<List<String>> lines) {
        this.out = out;
        this.terminal = terminal;
        this.lines = lines;
    }

    /** Begins to show a run. */
    public static LiveView of(LoadRun run, String name, boolean terminal, PrintStream out) {
        return begin(out, terminal, () -> {
            List<Sample> timeline = run.timeline();
            return terminal
                    ? Lines.whole(name, run.progress(), timeline)
                    : List.of(Lines.brief(run.progress(), timeline));
        });
    }

    /** Begins to show what the supplier says. */
    public static LiveView begin(PrintStream out, boolean terminal, Supplier<List<String>> lines) {
        LiveView view = new LiveView(out, terminal, lines);
        view.thread.setDaemon(true);
        view.thread.start();
        return view;
    }

    /** Whether a person looks on. */
    public static boolean isTerminal() {
        String term = System.getenv("TERM");
        return System.console() != null && term != null && !term.equals("dumb") && System.getenv("NO_COLOR") == null;
    }

    private void show() {
        try {
            while (true) {
                Thread.sleep(terminal ? TERMINAL_MILLIS : PLAIN_MILLIS);
                draw();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void draw() {
        StringBuilder text = new StringBuilder();
        if (terminal && shown > 0) {
            // up to the first line, and clear from there
            text.append("\u001b[").append(shown).append("A\u001b[J");
        }
        List<String> now = lines.get();
        now.forEach(line -> text.append(line).append('\n'));
        shown = now.size();
        out.print(text);
        out.flush();
    }

    /** Shows the last state in a terminal and ends. */
    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (terminal) {
            draw();
        }
    }
}
