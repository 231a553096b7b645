/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.loadtest.peer;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

import org.isocenter.loadtest.operation.Service;

/** The archives that can be started for a comparison, all as Debian delivers them. */
public enum PeerKind {
    /** Orthanc on SQLite and files, each file synced to the disk before it is acknowledged. */
    ORTHANC_FSYNC(EnumSet.allOf(Service.class)),
    /** Orthanc on SQLite and files, left to the page cache. */
    ORTHANC(EnumSet.allOf(Service.class)),
    /** DCMTK's storage SCP, a process for each association. */
    STORESCP(EnumSet.of(Service.STORE)),
    /** DCMTK's archive with an index file. */
    DCMQRSCP(EnumSet.of(Service.STORE, Service.FIND, Service.GET));

    private final Set<Service> services;

    PeerKind(Set<Service> services) {
        this.services = services;
    }

    /** What it is called in options and tables. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * The kind of the name.
     *
     * @throws IllegalArgumentException when there is none
     */
    public static PeerKind of(String label) {
        return Stream.of(values())
                .filter(kind -> kind.label().equals(label))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no peer called " + label));
    }

    Set<Service> services() {
        return services;
    }

    String aet() {
        return this == STORESCP || this == DCMQRSCP ? "DCMTK" : "ORTHANC";
    }

    List<String> command(Path folder, int dicomPort) {
        return switch (this) {
            case ORTHANC, ORTHANC_FSYNC ->
                List.of("Orthanc", folder.resolve("peer.conf").toString());
            case STORESCP ->
                List.of("storescp", "--fork", "-pdu", "131072", "-aet", aet(), "-od", folder + "/data", "" + dicomPort);
            case DCMQRSCP ->
                List.of("dcmqrscp", "-c", folder.resolve("peer.conf").toString());
        };
    }

    String configuration(Path folder, int dicomPort, int httpPort) {
        return switch (this) {
            case ORTHANC, ORTHANC_FSYNC -> """
                    {"Name": "benchmark", "StorageDirectory": "%1$s/data", "IndexDirectory": "%1$s/data",
                     "Plugins": ["/usr/share/orthanc/plugins/libOrthancDicomWeb.so"],
                     "HttpPort": %3$d, "DicomPort": %2$d, "DicomAet": "ORTHANC", "DicomCheckCalledAet": false,
                     "RemoteAccessAllowed": false, "AuthenticationEnabled": false,
                     "DicomAlwaysAllowFind": true, "DicomAlwaysAllowGet": true,
                     "DicomAlwaysAllowStore": true, "DicomAlwaysAllowMove": true,
                     "SyncStorageArea": %4$s, "TcpNoDelay": true, "KeepAlive": true,
                     "HttpThreadsCount": 50, "DicomThreadsCount": 16,
                     "DicomWeb": {"Enable": true, "Root": "/dicom-web/"}}
                    """.formatted(folder, dicomPort, httpPort, this == ORTHANC_FSYNC);
            case STORESCP -> "";
            case DCMQRSCP -> """
                    NetworkTCPPort = %2$d
                    MaxPDUSize = 131072
                    MaxAssociations = 32
                    HostTable BEGIN
                    HostTable END
                    VendorTable BEGIN
                    VendorTable END
                    AETable BEGIN
                    DCMTK %1$s/data RW (200000, 65536mb) ANY
                    AETable END
                    """.formatted(folder, dicomPort);
        };
    }
}
