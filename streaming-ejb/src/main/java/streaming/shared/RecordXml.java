package streaming.shared;

import static jakarta.ws.rs.core.MediaType.APPLICATION_XML;

import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Writes wire forms as XML, for who asks for it: an element a component, named as in JSON, and in a list one an item. JAXB
 * knows no records, and a second set of classes would have to be kept the same as the first.
 */
@Provider
@Produces(APPLICATION_XML)
public class RecordXml implements MessageBodyWriter<Record> {

    @Override
    public boolean isWriteable(Class<?> type, Type generic, Annotation[] annotations, MediaType mediaType) {
        return type.isRecord();
    }

    @Override
    public void writeTo(
            Record value,
            Class<?> type,
            Type generic,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, Object> headers,
            OutputStream out)
            throws IOException {
        try {
            var xml = XMLOutputFactory.newFactory().createXMLStreamWriter(out, "UTF-8");
            xml.writeStartDocument("UTF-8", "1.0");
            write(name(value.getClass()), value, xml);
            xml.writeEndDocument();
            xml.flush();
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }

    private static void write(String name, Object value, XMLStreamWriter xml) throws XMLStreamException {
        if (value == null) {
            return;
        }
        xml.writeStartElement(name);
        if (value instanceof List<?> items) {
            for (var item : items) {
                write(item instanceof Record ? name(item.getClass()) : "item", item, xml);
            }
        } else if (value instanceof Record) {
            for (var component : value.getClass().getRecordComponents()) {
                write(component.getName(), read(component, value), xml);
            }
        } else {
            xml.writeCharacters(clean(value.toString()));
        }
        xml.writeEndElement();
    }

    /** {@code ChannelJson} is {@code channel}. */
    private static String name(Class<?> type) {
        var name = type.getSimpleName().replaceFirst("Json$", "");
        return Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }

    private static Object read(RecordComponent component, Object value) {
        try {
            return component.getAccessor().invoke(value);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("A wire form is public, and gives what it has", e);
        }
    }

    /** What XML 1.0 cannot say at all (§2.2) is left out. */
    private static String clean(String text) {
        return text.replaceAll("[^\\t\\n\\r\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]", "");
    }
}
