/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.query.qido;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

import org.isocenter.dicom.data.Attributes;
import org.isocenter.dicom.data.Tag;
import org.isocenter.dicom.json.DicomJson;
import org.isocenter.query.index.DefaultAttributes;
import org.isocenter.query.index.Hit;
import org.isocenter.query.index.PreparedJson;
import org.isocenter.query.search.AttributeLevels;
import org.isocenter.query.search.Level;

/** Makes the results of a search: the attributes to return, with the addresses to retrieve them from. */
record ResultWriter(SearchRequest request, Level level, boolean withStudy, boolean withSeries, String root) {

    /** The results as a JSON array. */
    byte[] json(List<Hit> hits) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(256 + 1400 * hits.size());
        out.write('[');
        for (int i = 0; i < hits.size(); i++) {
            if (i > 0) {
                out.write(',');
            }
            Hit hit = hits.get(i);
            PreparedJson json = hit.json();
            if (json == null) {
                out.writeBytes(DicomJson.toBytes(result(hit), (path, vr, bulk) -> null));
            } else {
                json.writeTo(out, root);
            }
        }
        out.write(']');
        return out.toByteArray();
    }

    /** The results as data sets. */
    List<Attributes> results(List<Hit> hits) {
        List<Attributes> results = new ArrayList<>(hits.size());
        hits.forEach(hit -> results.add(result(hit)));
        return results;
    }

    /** Whether each result is the default one. */
    boolean usesPrepared() {
        return level != Level.IMAGE && !request.all() && request.included().isEmpty() && withStudy;
    }

    private Attributes result(Hit hit) {
        Attributes all = hit.attributes();
        Attributes result =
                switch (level) {
                    case PATIENT, STUDY -> DefaultAttributes.ofStudy(all);
                    case SERIES -> DefaultAttributes.ofSeries(all, withStudy);
                    case IMAGE -> DefaultAttributes.ofInstance(all, withStudy, withSeries);
                };
        if (request.all()) {
            for (int tag : all.tags()) {
                // an instance's row holds what stands above it too
                if (AttributeLevels.of(tag).compareTo(level) <= 0) {
                    result.addSelected(all, tag);
                }
            }
        }
        for (int tag : request.included()) {
            if (all.contains(tag)) {
                result.addSelected(all, tag);
            } else if (!result.contains(tag)) {
                result.setNull(tag);
            }
        }
        result.setString(Tag.RetrieveURL, retrieveUrl(hit));
        return result;
    }

    private String retrieveUrl(Hit hit) {
        Attributes all = hit.attributes();
        String url = root + "/studies/" + all.getString(Tag.StudyInstanceUID);
        if (level == Level.STUDY) {
            return url;
        }
        url += "/series/" + all.getString(Tag.SeriesInstanceUID);
        return level == Level.SERIES ? url : url + "/instances/" + all.getString(Tag.SOPInstanceUID);
    }
}
