package streaming.web;

import jakarta.ws.rs.ApplicationPath;
import org.glassfish.jersey.media.multipart.MultiPartFeature;
import org.glassfish.jersey.server.ResourceConfig;
import streaming.account.AccountsResource;
import streaming.account.ProfileImagesResource;
import streaming.admission.AccessResource;
import streaming.admission.PlaybackResource;
import streaming.admission.TicketsResource;
import streaming.captcha.CaptchaResource;
import streaming.catalog.CategoriesResource;
import streaming.catalog.CategoryImageResource;
import streaming.catalog.TagsResource;
import streaming.channel.ChannelImagesResource;
import streaming.channel.ChannelsResource;
import streaming.channel.StreamKeysResource;
import streaming.channel.SuggestionsResource;
import streaming.chat.ChatResource;
import streaming.clip.ChannelClipsResource;
import streaming.clip.ClipResource;
import streaming.clip.ClipsResource;
import streaming.credential.ConfirmationsResource;
import streaming.credential.OwnAddressResource;
import streaming.credential.OwnPasswordResource;
import streaming.credential.PasswordResetsResource;
import streaming.doctor.DoctorResource;
import streaming.encode.MasterPlaylistResource;
import streaming.external.BroadcastResource;
import streaming.follow.FollowersResource;
import streaming.follow.FollowsResource;
import streaming.image.ImageLimit;
import streaming.ingest.IncidentsResource;
import streaming.moderation.AdminAccountsResource;
import streaming.notification.NotificationsResource;
import streaming.push.PushSubscriptionsResource;
import streaming.rating.RatingsResource;
import streaming.recording.RecordingResource;
import streaming.recording.RecordingsResource;
import streaming.restream.RestreamsResource;
import streaming.schedule.CalendarResource;
import streaming.schedule.ScheduleResource;
import streaming.shared.BodyLimit;
import streaming.shared.FaultMapper;
import streaming.shared.HttpRefusalMapper;
import streaming.shared.InvalidInputMapper;
import streaming.shared.ProblemMapper;
import streaming.shared.RecordXml;
import streaming.signin.SignInsResource;
import streaming.signin.TokensResource;
import streaming.sso.ConnectionsResource;
import streaming.studio.BroadcastsResource;
import streaming.studio.StreamHealthResource;

/** The REST API's table of contents. */
@ApplicationPath("/api")
public class RestApplication extends ResourceConfig {

    public RestApplication() {
        // Payara's tracing remembers each resource that was called, and after an undeployment forgets those of the
        // class loader named here: the resources' own, not the one of the pages.
        setClassLoader(ChannelsResource.class.getClassLoader());
        registerClasses(
                AccountsResource.class,
                ProfileImagesResource.class,
                CaptchaResource.class,
                TokensResource.class,
                SignInsResource.class,
                OwnAddressResource.class,
                OwnPasswordResource.class,
                ConfirmationsResource.class,
                PasswordResetsResource.class,
                ConnectionsResource.class,
                ChannelsResource.class,
                StreamKeysResource.class,
                IncidentsResource.class,
                CategoriesResource.class,
                CategoryImageResource.class,
                TagsResource.class,
                SuggestionsResource.class,
                ScheduleResource.class,
                CalendarResource.class,
                ChannelImagesResource.class,
                ImageLimit.class,
                AccessResource.class,
                TicketsResource.class,
                PlaybackResource.class,
                ChatResource.class,
                StreamHealthResource.class,
                BroadcastsResource.class,
                BroadcastResource.class,
                MasterPlaylistResource.class,
                FollowersResource.class,
                FollowsResource.class,
                NotificationsResource.class,
                PushSubscriptionsResource.class,
                RatingsResource.class,
                RestreamsResource.class,
                RecordingsResource.class,
                RecordingResource.class,
                ChannelClipsResource.class,
                ClipsResource.class,
                ClipResource.class,
                MultiPartFeature.class,
                BodyLimit.class,
                AdminAccountsResource.class,
                DoctorResource.class,
                FaultMapper.class,
                HttpRefusalMapper.class,
                InvalidInputMapper.class,
                ProblemMapper.class,
                RecordXml.class);
    }
}
