/*
 * Copyright 2026 the Isocenter authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.isocenter.service.capabilities;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** A Capabilities Description as a WADL document (PS3.18 H). For one document. */
final class WadlXml {

    private static final String NAMESPACE = "http://wadl.dev.java.net/2009/02";

    private final XMLStreamWriter xml;

    private WadlXml(XMLStreamWriter xml) {
        this.xml = xml;
    }

    /**
     * The document.
     *
     * @param base the base URI of the service
     * @param resources what is described, with all that is below it
     * @param parent the path from the base to the resources, or empty
     */
    static byte[] write(String base, String parent, List<ApiResource> resources) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            XMLStreamWriter xml =
                    XMLOutputFactory.newInstance().createXMLStreamWriter(out, StandardCharsets.UTF_8.name());
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("application");
            xml.writeDefaultNamespace(NAMESPACE);
            xml.writeNamespace("xs", "http://www.w3.org/2001/XMLSchema");
            xml.writeStartElement("resources");
            xml.writeAttribute("base", base);
            for (ApiResource resource : resources) {
                new WadlXml(xml).resource(parent + resource.segment(), resource);
            }
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("memory cannot be written", e);
        }
        return out.toByteArray();
    }

    private void resource(String path, ApiResource resource) throws XMLStreamException {
        xml.writeStartElement("resource");
        xml.writeAttribute("path", path);
        for (String segment : path.split("/")) {
            if (segment.startsWith("{")) {
                String name = segment.substring(1, segment.length() - 1);
                parameter(new ApiParameter(name, "template", true, "xs:string", null));
            }
        }
        for (ApiOperation operation : resource.operations()) {
            operation(operation);
        }
        for (ApiResource child : resource.children()) {
            resource(child.segment(), child);
        }
        xml.writeEndElement();
    }

    private void operation(ApiOperation operation) throws XMLStreamException {
        xml.writeStartElement("method");
        xml.writeAttribute("name", operation.method());
        xml.writeAttribute("id", operation.id());
        xml.writeStartElement("doc");
        xml.writeAttribute("title", operation.title());
        xml.writeEndElement();
        xml.writeStartElement("request");
        for (ApiParameter parameter : operation.parameters()) {
            parameter(parameter);
        }
        representations(operation.requestTypes());
        xml.writeEndElement();
        for (Map.Entry<String, List<String>> response : operation.responses().entrySet()) {
            xml.writeStartElement("response");
            xml.writeAttribute("status", response.getKey());
            representations(response.getValue());
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    private void parameter(ApiParameter parameter) throws XMLStreamException {
        xml.writeEmptyElement("param");
        xml.writeAttribute("name", parameter.name());
        xml.writeAttribute("style", parameter.style());
        xml.writeAttribute("type", parameter.type());
        if (parameter.required()) {
            xml.writeAttribute("required", "true");
        }
        if (parameter.defaultValue() != null) {
            xml.writeAttribute("default", parameter.defaultValue());
        }
    }

    private void representations(List<String> mediaTypes) throws XMLStreamException {
        for (String mediaType : mediaTypes) {
            xml.writeEmptyElement("representation");
            xml.writeAttribute("mediaType", mediaType);
        }
    }
}
