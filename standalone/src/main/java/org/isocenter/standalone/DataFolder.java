/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.standalone;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * The data folder, held by one archive at a time. A lock of the operating system says whether it is held, so that one that was
 * killed leaves nothing to clean up; {@code run/standalone.json} tells other programs where the archive is.
 */
public final class DataFolder implements AutoCloseable {

    private final Path state;
    private final FileChannel channel;
    private final FileLock lock;

    private DataFolder(Path state, FileChannel channel, FileLock lock) {
        this.state = state;
        this.channel = channel;
        this.lock = lock;
    }

    /** Takes the folder, which is made if it is not there; {@link StartException} if another archive holds it. */
    public static DataFolder take(Path data) {
        Path run = data.resolve("run");
        Path state = run.resolve("standalone.json");
        try {
            Files.createDirectories(run);
            Files.createDirectories(data.resolve("logs"));
            FileChannel channel =
                    FileChannel.open(run.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = tryLock(channel);
            if (lock == null) {
                channel.close();
                throw new StartException("an archive runs on the data folder " + data + " already"
                        + (Files.exists(state) ? ": " + Files.readString(state).strip() : "")
                        + ". Stop it with isocenter down, or choose another folder with --data");
            }
            return new DataFolder(state, channel, lock);
        } catch (IOException e) {
            throw new StartException("the data folder " + data + " cannot be used: " + e, e);
        }
    }

    private static FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    /** One process and a cluster keep their data differently: refuses a folder that has the data of the other kind. */
    public void requireUnused(String engine, String kind) {
        Path other = state.getParent().resolveSibling(engine);
        if (Files.exists(other)) {
            throw new StartException("the data folder " + other.getParent() + " was made by " + kind
                    + ": start it as that, or choose another folder with --data");
        }
    }

    /** Says where the archive is and whether it serves yet. */
    public void publish(Endpoint endpoint, boolean ready) {
        String text = String.format(
                "{\"pid\":%d,\"state\":\"%s\",\"http\":\"http://%s:%d\",\"dicom\":\"%s:%d\"}%n",
                ProcessHandle.current().pid(),
                ready ? "ready" : "starting",
                endpoint.host(),
                endpoint.httpPort(),
                endpoint.host(),
                endpoint.dicomPort());
        try {
            Path whole = state.resolveSibling("standalone.json.new");
            Files.writeString(whole, text);
            Files.move(whole, state, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new StartException("the state cannot be written to " + state, e);
        }
    }

    /** Gives the folder free; once is enough. */
    @Override
    public void close() {
        if (!lock.isValid()) {
            return;
        }
        try {
            Files.deleteIfExists(state);
            lock.release();
            channel.close();
        } catch (IOException e) {
            throw new StartException("the data folder cannot be given free", e);
        }
    }
}
