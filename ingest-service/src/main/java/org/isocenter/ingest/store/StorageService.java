/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.ingest.store;

import java.io.IOException;
import java.util.Collection;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.isocenter.archive.error.ArchiveException;
import org.isocenter.archive.ingest.IngestRequest;
import org.isocenter.dicom.dict.Dictionary;
import org.isocenter.dicom.dict.SopClasses;
import org.isocenter.dicom.io.TransferSyntax;
import org.isocenter.dicom.net.Association;
import org.isocenter.dicom.net.CommandField;
import org.isocenter.dicom.net.DimseRequest;
import org.isocenter.dicom.net.DimseService;
import org.isocenter.service.config.IngestConfig;
import org.isocenter.service.config.SiteConfig;

/**
 * Storage as SCP (PS3.4 B): takes every storage SOP class in every transfer syntax and keeps what came as it came (level 2,
 * full, without coercion). The answer is sent after the instance is durable.
 */
@ApplicationScoped
public class StorageService implements DimseService {

    private final InstanceStorer storer;
    private final IngestConfig config;
    private final SiteConfig site;

    /** With the store path. */
    public StorageService(InstanceStorer storer, IngestConfig config, SiteConfig site) {
        this.storer = storer;
        this.config = config;
        this.site = site;
    }

    @Override
    public Collection<String> sopClasses() {
        return SopClasses.storage();
    }

    /** All that are known: an archive keeps what it gets, whether or not it could decode it. */
    @Override
    public boolean acceptsTransferSyntax(String sopClassUid, String transferSyntaxUid) {
        return TransferSyntax.of(transferSyntaxUid).isKnown();
    }

    /** As the sender proposes: it proposes first what it holds. */
    @Override
    public boolean prefersRequestorOrder(String sopClassUid) {
        return true;
    }

    /** Private and future storage classes cannot be told from other classes, so only those PS3.6 has no name for are meant. */
    @Override
    public boolean acceptsUnlisted(String sopClassUid) {
        return config.acceptUnlistedSopClasses()
                && Dictionary.uidName(sopClassUid).equals(sopClassUid);
    }

    @Override
    public void onRequest(Association association, DimseRequest request) throws IOException {
        StoreAnswer answer = store(association, request);
        association.respond(request, answer.status(), null, answer::addTo);
    }

    private StoreAnswer store(Association association, DimseRequest request) {
        if (request.field() != CommandField.C_STORE_RQ || request.dataset() == null) {
            return StoreAnswer.UNRECOGNIZED_OPERATION;
        }
        try {
            return StoreAnswer.of(storer.store(
                    Protocol.DIMSE,
                    new IngestRequest(
                            request.dataset(),
                            request.context().transferSyntax(),
                            Optional.ofNullable(request.affectedSopClassUid()),
                            Optional.ofNullable(request.affectedSopInstanceUid()),
                            Optional.empty(),
                            Optional.empty(),
                            association.callingAet(),
                            site.site())));
        } catch (ArchiveException e) {
            return StoreAnswer.of(e);
        }
    }
}
