//! What text messages and WhatsApp have in common, which is all but their names.

/// Sends a code to somebody who is known by a number, or who gets it now.
macro_rules! send {
    ($call:ident, $request:ident, $channel:expr, $response:ident) => {{
        let chosen = $crate::rules::users::Chosen {
            user_id: $request
                .user_id
                .as_ref()
                .map(stytch_consumer::UserId::as_str),
            session_token: $request.session_token.as_ref(),
            session_jwt: $request.session_jwt.as_ref(),
        };
        let (user, phone) = $crate::rules::users::factors::phone_number_to_send_to(
            $call,
            chosen,
            &$request.phone_number,
        )?;
        let asked = super::Asked {
            method_id: phone.phone_id.as_str(),
            to: &phone.phone_number,
            channel: $channel,
            minutes: $request.expiration_minutes,
            attributes: $request.attributes,
        };
        asked.send($call)?;
        let mut response = $response::default();
        response.user_id = user.model.user_id.clone();
        response.phone_id = phone.phone_id;
        Ok(response)
    }};
}

/// Sends a code to a number, whose user comes into being if there is none.
macro_rules! login_or_create {
    ($call:ident, $request:ident, $channel:expr, $response:ident) => {{
        let as_pending = $request.create_user_as_pending;
        let found = $crate::rules::users::by_phone_number_or_new(
            $call,
            &$request.phone_number,
            as_pending,
        )?;
        let asked = super::Asked {
            method_id: found.factor.phone_id.as_str(),
            to: &found.factor.phone_number,
            channel: $channel,
            minutes: $request.expiration_minutes,
            attributes: $request.attributes,
        };
        asked.send($call)?;
        let mut response = $response::default();
        response.user_id = found.user.model.user_id.clone();
        response.user_created = found.is_new;
        response.phone_id = found.factor.phone_id;
        Ok(response)
    }};
}

pub(super) use {login_or_create, send};
