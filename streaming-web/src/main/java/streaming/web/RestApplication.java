package streaming.web;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;
import streaming.account.AccountsResource;
import streaming.account.TokensResource;
import streaming.channel.ChannelsResource;
import streaming.chat.ChatResource;
import streaming.shared.FaultMapper;
import streaming.shared.HttpRefusalMapper;
import streaming.shared.InvalidInputMapper;
import streaming.shared.ProblemMapper;

/** The REST API's table of contents. */
@ApplicationPath("/api")
public class RestApplication extends Application {

    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(
                AccountsResource.class,
                TokensResource.class,
                ChannelsResource.class,
                ChatResource.class,
                FaultMapper.class,
                HttpRefusalMapper.class,
                InvalidInputMapper.class,
                ProblemMapper.class);
    }
}
