/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.archive.lock.hazelcast;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.ToLongFunction;

import org.isocenter.archive.contention.Contention;
import org.isocenter.archive.error.ArchiveException;
import org.isocenter.archive.error.ErrorCode;
import org.isocenter.archive.lock.Locks;

import com.hazelcast.config.Config;
import com.hazelcast.config.JoinConfig;
import com.hazelcast.core.Hazelcast;
import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.map.IMap;

/**
 * Locks by Hazelcast, which is started when the first one is asked for. A lock belongs to the thread that took it. The fencing
 * token comes from where lost locks cannot harm it: a light-weight transaction of Cassandra.
 */
public final class HazelcastLocks implements Locks {

    private static final String MAP = "locks";

    private final HazelcastSettings settings;
    private final ToLongFunction<String> nextToken;
    private HazelcastInstance instance;

    /**
     * Describes the cluster; nothing is started yet.
     *
     * @param nextToken gives for a lock's name a number greater than any before
     */
    public HazelcastLocks(HazelcastSettings settings, ToLongFunction<String> nextToken) {
        this.settings = settings;
        this.nextToken = nextToken;
    }

    @Override
    public Optional<Lock> tryLock(String name, Duration lease) {
        IMap<String, Boolean> locks = instance().getMap(MAP);
        try {
            Contention.LOCK.add();
            if (!locks.tryLock(name, 0, TimeUnit.MILLISECONDS, lease.toMillis(), TimeUnit.MILLISECONDS)) {
                return Optional.empty();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ArchiveException(ErrorCode.STORAGE_UNAVAILABLE, "interrupted while locking", e);
        }
        try {
            return Optional.of(new Held(locks, name, nextToken.applyAsLong(name)));
        } catch (RuntimeException e) {
            locks.unlock(name);
            throw e;
        }
    }

    private record Held(IMap<String, Boolean> locks, String name, long fencingToken) implements Lock {
        @Override
        public void close() {
            try {
                locks.unlock(name);
            } catch (IllegalMonitorStateException e) {
                // the lease has ended, and another may hold it: nothing is ours to give back
            }
        }
    }

    private synchronized HazelcastInstance instance() {
        if (instance == null) {
            Config config = new Config();
            config.setClusterName(settings.clusterName());
            config.setProperty("hazelcast.logging.type", "slf4j");
            config.setProperty("hazelcast.phone.home.enabled", "false");
            config.setProperty("hazelcast.shutdownhook.enabled", "false");
            config.getJetConfig().setEnabled(false);
            config.getNetworkConfig().setPort(settings.port()).setPortAutoIncrement(true);
            config.getNetworkConfig().getInterfaces().setEnabled(true).addInterface(settings.listen());
            config.setProperty("hazelcast.socket.bind.any", "false");
            JoinConfig join = config.getNetworkConfig().getJoin();
            join.getAutoDetectionConfig().setEnabled(false);
            join.getMulticastConfig().setEnabled(false);
            join.getTcpIpConfig().setEnabled(!settings.members().isEmpty()).setMembers(settings.members());
            instance = Hazelcast.newHazelcastInstance(config);
        }
        return instance;
    }

    @Override
    public synchronized void close() {
        if (instance != null) {
            instance.shutdown();
        }
    }
}
