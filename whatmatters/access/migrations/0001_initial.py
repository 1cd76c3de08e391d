import django.contrib.auth.models
import django.contrib.auth.validators
import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('auth', '0012_alter_user_first_name_max_length'),
        ('places', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='User',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('password', models.CharField(max_length=128, verbose_name='password')),
                ('last_login', models.DateTimeField(blank=True, null=True, verbose_name='last login')),
                ('is_superuser', models.BooleanField(default=False, help_text='Designates that this user has all permissions without explicitly assigning them.', verbose_name='superuser status')),
                ('username', models.CharField(error_messages={'unique': 'A user with that username already exists.'}, help_text='Required. 150 characters or fewer. Letters, digits and @/./+/-/_ only.', max_length=150, unique=True, validators=[django.contrib.auth.validators.UnicodeUsernameValidator()], verbose_name='username')),
                ('first_name', models.CharField(blank=True, max_length=150, verbose_name='first name')),
                ('last_name', models.CharField(blank=True, max_length=150, verbose_name='last name')),
                ('email', models.EmailField(blank=True, max_length=254, verbose_name='email address')),
                ('is_staff', models.BooleanField(default=False, help_text='Designates whether the user can log into this admin site.', verbose_name='staff status')),
                ('is_active', models.BooleanField(default=True, help_text='Designates whether this user should be treated as active. Unselect this instead of deleting accounts.', verbose_name='active')),
                ('date_joined', models.DateTimeField(default=django.utils.timezone.now, verbose_name='date joined')),
                ('display_name', models.CharField(max_length=200)),
                ('language', models.CharField(default='en-gb', max_length=5)),
                ('groups', models.ManyToManyField(blank=True, help_text='The groups this user belongs to. A user will get all permissions granted to each of their groups.', related_name='user_set', related_query_name='user', to='auth.group', verbose_name='groups')),
                ('user_permissions', models.ManyToManyField(blank=True, help_text='Specific permissions for this user.', related_name='user_set', related_query_name='user', to='auth.permission', verbose_name='user permissions')),
            ],
            options={
                'verbose_name': 'user',
                'verbose_name_plural': 'users',
                'abstract': False,
            },
            managers=[
                ('objects', django.contrib.auth.models.UserManager()),
            ],
        ),
        migrations.CreateModel(
            name='Installation',
            fields=[
                ('id', models.PositiveSmallIntegerField(default=1, primary_key=True, serialize=False)),
                ('kind', models.CharField(choices=[('live', 'live'), ('demo', 'demo')], max_length=24)),
                ('as_of', models.DateField(null=True)),
                ('at', models.DateTimeField()),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('kind__in', ['live', 'demo'])), name='installation_kind'), models.CheckConstraint(condition=models.Q(('id', 1)), name='one_installation'), models.CheckConstraint(condition=models.Q(('kind', 'demo'), ('as_of__isnull', True), _connector='OR'), name='live_installation_lives_today')],
            },
        ),
        migrations.CreateModel(
            name='Organisation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('council', 'council'), ('health_board', 'health_board'), ('provider', 'provider'), ('third_sector', 'third_sector')], max_length=24)),
                ('name_en', models.CharField(max_length=200)),
                ('name_cy', models.CharField(max_length=200)),
                ('origin', models.CharField(choices=[('real', 'real'), ('published', 'published'), ('synthetic', 'synthetic')], default='real', max_length=24)),
                ('council', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='places.council')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('council', 'name_en'), name='organisation_once'), models.CheckConstraint(condition=models.Q(('kind__in', ['council', 'health_board', 'provider', 'third_sector'])), name='organisation_kind'), models.CheckConstraint(condition=models.Q(('origin__in', ['real', 'published', 'synthetic'])), name='organisation_origin')],
            },
        ),
        migrations.CreateModel(
            name='Membership',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('role', models.CharField(choices=[('person', 'person'), ('family', 'family'), ('care_worker', 'care_worker'), ('team_member', 'team_member'), ('provider_manager', 'provider_manager'), ('social_worker', 'social_worker'), ('broker', 'broker'), ('commissioner', 'commissioner'), ('finance_officer', 'finance_officer'), ('scrutiny', 'scrutiny'), ('administrator', 'administrator'), ('system', 'system')], max_length=24)),
                ('starts', models.DateField()),
                ('ends', models.DateField(null=True)),
                ('council', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='places.council')),
                ('user', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='memberships', to=settings.AUTH_USER_MODEL)),
                ('organisation', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='memberships', to='access.organisation')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('council', 'user', 'organisation', 'role', 'starts'), name='membership_once'), models.UniqueConstraint(condition=models.Q(('organisation__isnull', True)), fields=('council', 'user', 'role', 'starts'), name='membership_of_no_organisation_once'), models.CheckConstraint(condition=models.Q(('role__in', ['person', 'family', 'care_worker', 'team_member', 'provider_manager', 'social_worker', 'broker', 'commissioner', 'finance_officer', 'scrutiny', 'administrator', 'system'])), name='membership_role')],
            },
        ),
        migrations.CreateModel(
            name='AuditEvent',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField()),
                ('seq', models.PositiveBigIntegerField()),
                ('action', models.CharField(max_length=80)),
                ('person_id', models.BigIntegerField(null=True)),
                ('subject', models.CharField(max_length=80)),
                ('subject_id', models.BigIntegerField(null=True)),
                ('why', models.CharField(max_length=80)),
                ('prev_hash', models.CharField(max_length=64)),
                ('hash', models.CharField(max_length=64)),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('council', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='places.council')),
            ],
            options={
                'indexes': [models.Index(fields=['council', 'person_id', '-seq'], name='audit_by_person')],
                'constraints': [models.UniqueConstraint(fields=('council', 'seq'), name='audit_seq_once')],
            },
        ),
    ]
